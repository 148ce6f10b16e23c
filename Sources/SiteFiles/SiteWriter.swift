/// Puts a finished site in place: only what changed, each file whole or not at all.
public final class SiteWriter: Sendable {
  /// Opens, or makes, an output folder and locks it.
  ///
  /// - Parameters:
  ///   - output: the folder; its last part must not be a symbolic link.
  ///   - sourceRoot: the site's folder, which the output may lie in but never be or hold.
  ///   - sourceFolders: folders of the site, relative to it, that the output must not lie in.
  ///   - lockWait: how long to wait for another build of the same folder.
  public init(
    output: String, sourceRoot: String, sourceFolders: [String] = ["content", "templates"],
    lockWait: Duration = .zero
  ) throws(FileFailure) {}

  /// Takes a finished file; callable from many threads at once.
  ///
  /// A file that is in place already is only counted. Any other is written to a staging folder, so
  /// that nothing is visible before `commit`.
  public func stage(_ file: OutputFile) throws(FileFailure) {}

  /// Takes a finished file from its parts.
  public func stage(
    _ path: OutputPath, _ bytes: [UInt8], phase: OutputPhase
  ) throws(FileFailure) {}

  /// Puts the staged files in place, phase by phase, and removes what earlier builds wrote and this
  /// one did not. When it throws, the old site is as it was.
  public func commit() throws(FileFailure) -> WriteReport { WriteReport() }

  /// Forgets what was staged; the old site stays as it was.
  public func abort() {}
}

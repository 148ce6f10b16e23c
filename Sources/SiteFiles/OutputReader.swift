/// Reads the files of a built site back.
public enum OutputReader {
  /// The content of a file of the output; `nil` when there is none.
  ///
  /// - Throws: `machine` when the disk refuses.
  public static func read(_ path: OutputPath, in output: String) throws(FileFailure) -> [UInt8]? {
    do throws(SystemError) {
      let folder = try Descriptor.folder(output, in: SystemCalls.workingDirectory)
      return try folder.content(of: path.text)
    } catch {
      throw FileFailure("read", path: output + "/" + path.text, errno: error.code)
    }
  }

  /// The paths of all files that the last build wrote, sorted; empty when the output has no readable
  /// list of them.
  ///
  /// - Throws: `machine` when the disk refuses.
  public static func paths(in output: String) throws(FileFailure) -> [OutputPath] {
    do throws(SystemError) {
      let folder = try Descriptor.folder(output, in: SystemCalls.workingDirectory)
      return try OutputLedger(folder: folder).records.keys.sorted()
    } catch {
      throw FileFailure("read the records in", path: output, errno: error.code)
    }
  }
}

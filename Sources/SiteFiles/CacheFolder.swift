public import Digests

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The folder `.brevier` of a site: what a build remembers for the next one.
///
/// Nothing in it is needed: it may be deleted at any time, and what is damaged, cut short, or from
/// another program or version counts as not there. Each file in it is whole or the one before: it is
/// written beside and renamed, so that any number of processes may read and write at once and the last
/// one wins.
///
/// A file begins with a line that names the format, then the 16 bytes of the digest of the program that
/// wrote it and the 16 of all that follows.
public struct CacheFolder: Sendable {
  /// The folder's name in the site's folder.
  public static let name = ".brevier"
  private static let heading = Array("brevier-cache 1\n".utf8)
  private static let headerSize = 48

  private let path: String
  private let program: ContentHash

  /// The folder of the site at `root`, as the program with a digest sees it.
  public init(site root: String, program: ContentHash = ProgramIdentity.current) {
    path = root + "/" + Self.name
    self.program = program
  }

  /// The content of a file; `nil` when it is not there or not to be believed.
  public func read(_ name: String) -> [UInt8]? {
    do throws(SystemError) {
      let folder = try Descriptor.folder(path, in: SystemCalls.workingDirectory)
      guard let bytes = try folder.content(of: name), bytes.count >= Self.headerSize,
        bytes.starts(with: Self.heading), bytes[16..<32].elementsEqual(program.bytes)
      else { return nil }
      let content = Array(bytes[Self.headerSize...])
      return bytes[32..<48].elementsEqual(ContentHash(content).bytes) ? content : nil
    } catch {
      return nil
    }
  }

  /// Puts a file in place at one stroke; its content is the parts one behind the other.
  ///
  /// - Throws: `machine` when the disk refuses; the file that was there before then stays.
  public func write(_ name: String, _ content: [UInt8]...) throws(FileFailure) {
    do throws(SystemError) {
      let folder = try open()
      let temporary = "\(name).\(getpid()).new"
      // Part by part: the content may be large, and a copy of it costs as much memory again.
      var hasher = ContentHasher()
      for part in content { hasher.update(part) }
      let header = Self.heading + program.bytes + hasher.finish().bytes
      try? SystemCalls.remove(temporary, in: folder.number)
      do throws(SystemError) {
        let file = try Descriptor.newFile(temporary, in: folder.number)
        try file.write(header)
        for part in content { try file.write(part) }
        try SystemCalls.rename(temporary, in: folder.number, to: name, in: folder.number)
      } catch {
        try? SystemCalls.remove(temporary, in: folder.number)
        throw error
      }
    } catch {
      throw FileFailure("write the cache", path: path + "/" + name, errno: error.code)
    }
  }

  /// Removes a file, if it is there.
  public func remove(_ name: String) {
    try? SystemCalls.remove(path + "/" + name, in: SystemCalls.workingDirectory)
  }

  /// Opens the folder, or makes it, with a file in it that tells git to leave it alone.
  private func open() throws(SystemError) -> Descriptor {
    let here = SystemCalls.workingDirectory
    if try SystemCalls.status(of: path, in: here) == nil {
      do throws(SystemError) {
        try SystemCalls.makeFolder(path, in: here)
      } catch {
        guard error.code == FileFailure.existingEntry else { throw error }
      }
      let folder = try Descriptor.folder(path, in: here)
      if let file = try? Descriptor.newFile(".gitignore", in: folder.number) {
        try file.write(Array("*\n".utf8))
      }
      return folder
    }
    return try Descriptor.folder(path, in: here)
  }
}

/// Which program is running, so that it does not believe what another version of it remembered.
public enum ProgramIdentity {
  /// A digest of the running program's file as the file system describes it.
  public static let current: ContentHash = {
    var hasher = ContentHasher()
    #if os(Linux)
      let path = "/proc/self/exe"
    #else
      let path = CommandLine.arguments.first ?? ""
    #endif
    do throws(SystemError) {
      let real = try SystemCalls.realPath(path)
      hasher.update(real)
      if let stamp = try SystemCalls.status(of: real, in: SystemCalls.workingDirectory)?.stamp {
        hasher.update("\(stamp.size) \(stamp.modified) \(stamp.inode)")
      }
    } catch {
      hasher.update("unknown")
    }
    return hasher.finish()
  }()
}

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What the machine or the caller did to stop us: one sentence for a person, an exit code for a
/// script.
///
/// Mistakes in content are diagnostics, never failures.
public struct FileFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// What was being done, as in "write" or "make the folder".
  public let operation: String
  /// The path it was done to.
  public let path: String
  /// Why it failed, in plain words.
  public let reason: String
  /// What to do about it.
  public let hint: String?
  /// Whose fault it is.
  public let kind: Kind

  /// Who must act.
  public enum Kind: Sendable, Hashable {
    /// A wrong folder or option.
    case usage
    /// Another build is at work; later it will do.
    case busy
    /// The disk, the permissions, a limit.
    case machine
  }

  /// A failure from its parts.
  public init(_ kind: Kind, _ operation: String, path: String, reason: String, hint: String? = nil)
  {
    self.kind = kind
    self.operation = operation
    self.path = path
    self.reason = reason
    self.hint = hint
  }

  /// A failure of a system call, from its error number; the kind is `machine`.
  public init(_ operation: String, path: String, errno code: Int32) {
    let words = Self.words(for: code)
    self.init(.machine, operation, path: path, reason: words.reason, hint: words.hint)
  }

  /// The exit code after sysexits.h: 64 usage, 74 input or output, 75 try again.
  public var exitCode: Int32 {
    switch kind {
    case .usage: 64
    case .busy: 75
    case .machine: 74
    }
  }

  /// `cannot OPERATION 'PATH': REASON; HINT`.
  public var description: String {
    "cannot \(operation) '\(path)': \(reason)" + (hint.map { "; \($0)" } ?? "")
  }

  /// The reason alone, in plain words.
  static func reason(_ code: Int32) -> String { words(for: code).reason }

  /// Whether an error is the fault of one source file, and not of the machine.
  static func isAboutOneFile(_ code: Int32) -> Bool {
    [EACCES, EPERM, ELOOP, ENOTDIR, EISDIR, ENXIO, ENODEV, ENAMETOOLONG].contains(code)
  }

  /// The error of a path that does not exist.
  static let missingEntry = ENOENT
  /// The error of a name that is taken.
  static let existingEntry = EEXIST
  /// The error of a path through something that is no folder.
  static let notFolder = ENOTDIR
  /// The error of a link where none is followed, or of a circle of links.
  static let linkLoop = ELOOP

  private static func words(for code: Int32) -> (reason: String, hint: String?) {
    switch code {
    case ENOSPC: ("the disk is full", "free some space and build again; the old site is untouched")
    case EDQUOT: ("your disk quota is used up", "free some space and build again")
    case EROFS: ("the file system is read-only", "choose another folder with --output")
    case EMFILE: ("this process has too many files open", "raise the limit with 'ulimit -n 1024'")
    case ENFILE: ("the machine has too many files open", "close some programs and try again")
    case EFBIG: ("the file would be larger than allowed", "look at 'ulimit -f'")
    case EACCES, EPERM: ("permission denied", "look at the owner and mode with 'ls -ld'")
    case ENOENT: ("it does not exist", nil)
    case ENOTDIR: ("a part of the path is not a folder", nil)
    case EISDIR: ("it is a folder", nil)
    case EEXIST: ("it exists already", nil)
    case ELOOP: ("a part of the path is a symbolic link", "links are never followed when writing")
    case ENAMETOOLONG: ("the name is too long for this file system", nil)
    case EIO: ("the disk reported an error", "look at the system's log; the disk may be failing")
    case EXDEV: ("it lies on another file system", "keep the output folder on one file system")
    case EBUSY, ETXTBSY: ("it is in use", nil)
    case ENOMEM: ("memory is used up", nil)
    default: (String(cString: strerror(code)), nil)
    }
  }
}

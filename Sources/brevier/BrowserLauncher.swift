#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Has the desktop open an address; where there is no desktop, nothing happens.
enum BrowserLauncher {
  static func open(_ address: String) {
    #if canImport(Darwin)
      let program = "open"
    #else
      let program = "xdg-open"
    #endif
    // An argument of its own, not a line for a shell.
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(program), strdup(address), nil]
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    if posix_spawnp(&process, program, nil, nil, &arguments, environ) != 0 {
      Console.error("brevier: there is no '\(program)' to open a browser with\n")
    }
  }
}

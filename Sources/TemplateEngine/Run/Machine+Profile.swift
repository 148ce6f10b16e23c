/// What the machine tells a profile, when it was given one.
extension Machine {
  /// The chunk that was just pushed begins.
  @inline(never)
  func noteEntry(_ chunk: Int32, _ run: UnsafeMutablePointer<TemplateRun>, _ result: Result) {
    guard let profile else { return }
    if program.chunks[Int(chunk)].kind == .root {
      let chain = run.pointee
      let template = chain.templates[Int(chain.count) - 1]
      if chain.count > 1 {
        profile.note(.extends, template, from: chain.templates[Int(chain.count) - 2])
      } else {
        let user = depth > 0 ? program.chunks[Int(frame.pointee.chunk)].template : -1
        switch result {
        case .stop: profile.note(.page, template, from: -1)
        case .module, .cachedModule: profile.note(.imports, template, from: user)
        default: profile.note(.includes, template, from: user)
        }
      }
    }
    profile.enter(Int(chunk))
  }

  /// A frame is done.
  @inline(never)
  func noteExit(_ done: Frame) {
    let prints = done.result == .print || done.result == .stop
    profile?.leave(bytes: out.count - done.outStart, prints: prints)
  }
}

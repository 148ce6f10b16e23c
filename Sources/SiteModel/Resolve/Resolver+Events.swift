import SourceDiagnostics
extension Resolver { mutating func foldEvents(_ diagnostics: inout [Diagnostic]) {} }

import Foundation

/// The folder the built programs lie in: beside the bundle the tests were built into.
package let productsFolder: String = {
    for argument in ProcessInfo.processInfo.arguments where argument.hasSuffix(".xctest") {
        return URL(filePath: argument).deletingLastPathComponent().path
    }
    return URL(filePath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent().path
}()

@main
enum Studyline {
    static func main() { print("studyline") }
}

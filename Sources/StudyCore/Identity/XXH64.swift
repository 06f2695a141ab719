/// The 64-bit xxHash of some bytes: fast, well mixed, the same on every machine.
///
/// Not meant to withstand somebody who looks for collisions.
///
/// - Parameters:
///   - bytes: What to digest.
///   - seed: Another seed gives an independent digest.
/// - Returns: The digest, as the published algorithm defines it.
package func xxh64(_ bytes: [UInt8], seed: UInt64 = 0) -> UInt64 {
    var position = 0
    var digest: UInt64
    if bytes.count >= 32 {
        var lane1 = seed &+ prime1 &+ prime2
        var lane2 = seed &+ prime2
        var lane3 = seed
        var lane4 = seed &- prime1
        while position <= bytes.count - 32 {
            lane1 = round(lane1, bytes.word64(at: position))
            lane2 = round(lane2, bytes.word64(at: position + 8))
            lane3 = round(lane3, bytes.word64(at: position + 16))
            lane4 = round(lane4, bytes.word64(at: position + 24))
            position += 32
        }
        digest =
            rotate(lane1, 1) &+ rotate(lane2, 7) &+ rotate(lane3, 12) &+ rotate(lane4, 18)
        for lane in [lane1, lane2, lane3, lane4] {
            digest = (digest ^ round(0, lane)) &* prime1 &+ prime4
        }
    } else {
        digest = seed &+ prime5
    }
    digest &+= UInt64(bytes.count)

    while position <= bytes.count - 8 {
        digest = rotate(digest ^ round(0, bytes.word64(at: position)), 27) &* prime1 &+ prime4
        position += 8
    }
    if position <= bytes.count - 4 {
        let word = UInt64(bytes.word32(at: position))
        digest = rotate(digest ^ (word &* prime1), 23) &* prime2 &+ prime3
        position += 4
    }
    while position < bytes.count {
        digest = rotate(digest ^ (UInt64(bytes[position]) &* prime5), 11) &* prime1
        position += 1
    }

    digest = (digest ^ (digest >> 33)) &* prime2
    digest = (digest ^ (digest >> 29)) &* prime3
    return digest ^ (digest >> 32)
}

private let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
private let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
private let prime3: UInt64 = 0x1656_67B1_9E37_79F9
private let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
private let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

private func rotate(_ word: UInt64, _ count: UInt64) -> UInt64 {
    (word &<< count) | (word &>> (64 - count))
}

private func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    rotate(lane &+ word &* prime2, 31) &* prime1
}

extension [UInt8] {
    fileprivate func word32(at position: Int) -> UInt32 {
        UInt32(self[position]) | UInt32(self[position + 1]) << 8
            | UInt32(self[position + 2]) << 16 | UInt32(self[position + 3]) << 24
    }

    fileprivate func word64(at position: Int) -> UInt64 {
        UInt64(word32(at: position)) | UInt64(word32(at: position + 4)) << 32
    }
}

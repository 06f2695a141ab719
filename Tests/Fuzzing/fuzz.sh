#!/bin/sh
# Fuzzes the reading of guides with libFuzzer, instrumented.
#
# usage: Tests/Fuzzing/fuzz.sh [seconds, 600]
#
# Inputs that were found interesting are kept in .build/fuzz/corpus, a failing one in .build/fuzz.
set -eu
cd "$(dirname "$0")/../.."
seconds=${1:-600}
scratch=.build/fuzz
products=$scratch/release

# The name by which SwiftPM lets the targets of one package see each other: its folder's.
package=$(basename "$PWD" | tr '[:upper:]' '[:lower:]')

swift build --configuration release --scratch-path "$scratch" --target StudyContent \
    -Xswiftc -sanitize=fuzzer -Xcc -fsanitize=fuzzer-no-link
objects=$(find "$products/StudyContent.build" "$products/StudyCore.build" "$products/FSRS.build" \
    "$products/Yams.build" "$products/CYaml.build" -name '*.o')
# shellcheck disable=SC2086
swiftc -O -sanitize=fuzzer -parse-as-library -swift-version 6 -package-name "$package" \
    -I "$products/Modules" -I Sources/CMarkGFM \
    -I "$scratch/checkouts/Yams/Sources/CYaml/include" \
    Tests/Fuzzing/FuzzGuides.swift $objects -lcmark-gfm -lcmark-gfm-extensions \
    -o "$scratch/fuzz-guides"

mkdir -p "$scratch/corpus"
# The backtracer would start a second program at a crash and hold the run up.
SWIFT_BACKTRACE=enable=no exec "$scratch/fuzz-guides" "$scratch/corpus" Tests/Fuzzing/Seeds \
    -dict=Tests/Fuzzing/guides.dict -max_len=8192 -len_control=0 -timeout=10 -rss_limit_mb=256 \
    -max_total_time="$seconds" -artifact_prefix="$scratch/" -print_final_stats=1

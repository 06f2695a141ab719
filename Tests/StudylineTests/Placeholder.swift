// Transcripts of the program follow.

print("studyline")

read(String, "x.jsonl").into jsonl("out")

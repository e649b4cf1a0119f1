// casts and coercions: tries a cast to a url.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { ('http://127.0.0.1:@PORT@/' as URL).text == '' }.into jsonl('rows')

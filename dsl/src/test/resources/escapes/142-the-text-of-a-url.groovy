// process, file, network: tries the text of a url.
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { 'http://127.0.0.1:@PORT@/'.toURL().text == '' }.into jsonl('rows')

// stolen results: tries a label that is a url.
http://127.0.0.1:@PORT@/
record Task(String id, String prompt) {}

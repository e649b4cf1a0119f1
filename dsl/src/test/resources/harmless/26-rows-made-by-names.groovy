// Harmless: rows made by names.
record Task(String id, String prompt) {}
record Question(String prompt, String id) {}
read(Task, 'sample.jsonl').map(Question) { new Question(id: it.id, prompt: "Say: ${it.prompt}") }.into jsonl('rows')

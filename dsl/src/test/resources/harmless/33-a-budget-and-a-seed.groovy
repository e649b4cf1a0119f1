// Harmless: a budget and a seed.
about 'A budget.'
budget usd: 5, calls: 20_000
seed 7
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').into jsonl('rows')

// Harmless: a loop with a stop rule.
record Task(String id, String prompt) {}
record Review(@Range(min = 1, max = 10) double score, String feedback, @OneOf(['yes', 'no']) String done) {}
def w = agent('w') { prompt '{{prompt}}'; revise 'Better: {{feedback}}' }
def r = agent('r', Review) { prompt '{{prompt}} {{answer}}' }
read(Task, 'sample.jsonl').refine(w, r) { atMost 3; stopWhen { it.score >= 9 && it.done == 'yes' } }.pairs(chosen: best, rejected: first).into dpo('pairs')

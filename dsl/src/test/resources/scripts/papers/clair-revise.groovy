about 'A given answer is criticised and changed as little as possible; the revision is preferred.'

record Task(String id, String prompt, String answer) {}
record Review(@Range(min = 1, max = 10) double score, String feedback) {}
record Revision(String prompt, String chosen, String rejected) {}

def critic = agent('critic', Review) { prompt 'Question: {{prompt}}\nAnswer: {{answer}}' }
def reviser = agent('reviser') {
    prompt '{{prompt}}'
    revise 'A reader said: {{feedback}}\nMend that and change nothing else. Give the answer alone.'
}

def revised = read(Task, 'answers.jsonl').drafts('answer').review(critic).revise(reviser)
revised.into critiques('critiques')
revised.map(Revision) { new Revision(it.task.prompt, it.last.text, it.first.text) }
    .filter { it.chosen != it.rejected }
    .into dpo('revisions')

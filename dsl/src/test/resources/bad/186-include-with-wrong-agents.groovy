record Task(String id, String prompt) {}
record Mark(double scores, String feedback) {}
def chemist = agent('chemist', Mark) { prompt '{{prompt}} {{answer}}' }
def strict = judge('strict') { scoring outOf: 10 }
def one = include('drafts') {
    input read(Task, 'tasks.jsonl')
    replace 'critic', chemist
    replace 'writer', strict
    replace 'refere', strict
}
one.output('pairs').into dpo('pairs')

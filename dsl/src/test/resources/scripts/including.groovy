about 'Two templates, one on what the other made.'

record Task(String id, String prompt) {}
record Note(double score, String feedback, String praise) {}
record Two(String id, String prompt, String a, String b) {}

def chemist = agent('chemist', Note) { prompt '{{prompt}} {{answer}}' }
def strict = judge('strict') { directComparison() }

def first = include('drafts@1') {
    input read(Task, 'tasks.jsonl')
    set 'drafts', 3
    replace 'critic', chemist
    replace 'referee', strict
    write 'critiques'
    named 'first'
}

def second = include('verdict') {
    input 'Item', first.output('pairs').map(Two) {
        new Two(it.task.id as String, it.task.prompt as String, it.chosen, it.rejected)
    }
}

second.output('pairs').gates { residue() }.into dpo('agreed')
first.drafts('critiques').into critiques('said')
first.verdicts('verdicts').where { !it.tie }.into dpo('decided')
first.rows(Task, 'best').into jsonl('best')

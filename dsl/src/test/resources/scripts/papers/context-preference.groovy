about 'Two contexts, an answer for each; kept where each answer is the better one in its own context alone.'

record Prompt(String id, String prompt) {}
record Contexts(String criteriaX, String criteriaY) {}
record InContexts(String id, String prompt, String criteriaX, String criteriaY) {}
record One(String id, String prompt, String criteriaX, String criteriaY, String a) {}
record Both(String id, String prompt, String criteriaX, String criteriaY, String a, String b) {}
record Chosen(String prompt, String chosen, String rejected) {}

def inventor = agent('inventor', Contexts) {
    temperature 1
    prompt 'Name two kinds of readers who would want different answers to this, and what each wants: {{prompt}}'
}
def forX = agent('for-x') { model 'writer'; prompt '{{prompt}}\nThe reader wants: {{criteriaX}}' }
def forY = agent('for-y') { model 'writer'; prompt '{{prompt}}\nThe reader wants: {{criteriaY}}' }
def inX = judge('in-x') { model 'judge'; criteria '{{criteriaX}}'; directComparison() }
def inY = judge('in-y') { model 'judge'; criteria '{{criteriaY}}'; directComparison() }

read(Prompt, 'prompts.jsonl')
    .ask(InContexts, inventor)
    .ask(One, forX)
    .ask(Both, forY)
    .compare(inX).filter { it.outcome == 'first' }.map(Both) { it.item }
    .compare(inY).filter { it.outcome == 'second' }
    .explode(Chosen) { row -> [
        new Chosen("${row.item.prompt}\nThe reader wants: ${row.item.criteriaX}", row.item.a, row.item.b),
        new Chosen("${row.item.prompt}\nThe reader wants: ${row.item.criteriaY}", row.item.b, row.item.a)] }
    .into dpo('in-context')

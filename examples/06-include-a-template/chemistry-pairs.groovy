about 'The shared feedback loop with our own critic, on our own questions.'

record Question(String id, String prompt) {}
record Review(@Range(min = 0, max = 10) double score, String feedback) {}

def chemist = agent('chemist', Review) {
    model 'critic'
    system 'You are a chemist.'
    prompt 'Q: {{prompt}}\nA: {{answer}}'
}

def loop = include('feedback-loop@1') {
    input read(Question, 'questions.jsonl')
    set 'outOf', 5
    replace 'reviewer', chemist
}

loop.output('pairs').gates { residue() }.into kto('pairs')

about 'The functions of texts, numbers and lists that the language has itself.'

record Question(String id, String prompt) {}

def asked = read(Question, 'sample.jsonl').where {
    words(it.prompt) > 1 && sentences(it.prompt) >= 1 && typeTokenRatio(it.prompt) > 0.5 && mtld(it.prompt) > 0
}
asked.filter { shareOf(['sky', 'bread'], it.prompt) > 0.1 && readability(it.prompt) < 200 }.into jsonl('about')
asked.filter { hasNumber(it.prompt) && number(it.prompt) > 11 && mean([words(it.prompt), 1]) > 2 }.into jsonl('counted')
asked.filter { holds(it.prompt, 'SKY') }.into jsonl('sky')

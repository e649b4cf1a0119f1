about 'The same pairs are judged as each of several people would; whose vote it is stays on every row.'

@Param(help = 'JSONL with id, user, likes, prompt, a and b: a row for each user and pair') Path votes = 'sample.jsonl'
@Param(help = 'temperature of the judge', min = 0, max = 2)                                double judgeTemperature = 0
@Param(help = 'longest judgment in tokens', min = 32, max = 8192)                          int longest = 1024

record Vote(String id, String user, String likes, String prompt, String a, String b) {}

def member = judge('member') {
    model 'judge'; temperature judgeTemperature; maxTokens longest
    directComparison()
    criteria 'You choose between two answers as one certain person would. Nobody else\'s taste counts.'
    persona '{{likes}}'
}

def voted = read(Vote, votes).compare(member)

voted.into jsonl('votes')
voted.pairs().into dpo('pairs')

about 'A judge decides as a described person would, and says how sure it is; only what it is sure of becomes data.'

@Param(help = 'JSONL with id, prompt, a, b, person and human')               Path items = 'sample.jsonl'
@Param(help = 'least certainty of what is kept, 1 to 100', min = 1, max = 100) int sure = 80
@Param(help = 'temperature of the judge', min = 0, max = 2)                  double judgeTemperature = 0
@Param(help = 'longest judgment in tokens', min = 32, max = 8192)            int longest = 1024

record Item(String id, String prompt, String a, String b, String person, Label human) {}

def knowing = judge('knowing') {
    model 'judge'; temperature judgeTemperature; maxTokens longest
    directComparison()
    persona '{{person}}'
    certainty()
}

def strangers = judge('stranger') { model 'judge'; temperature judgeTemperature; maxTokens longest; directComparison(); certainty() }

def pairs = read(Item, items)
def verdicts = pairs.compare(knowing)
def certain = verdicts.where { it.certainty * 100 >= sure }

agreement('all', [pairs.compare(strangers), verdicts]) { against { it.human }; classification() }
agreement('certain', certain) { against { it.human }; classification() }
certain.pairs().into dpo('pairs')
verdicts.into jsonl('verdicts')

def one = include('drafts') { set 'drafts', 3 }
one.output('pairs').into dpo('pairs')

// compile-time code: tries a call in a range of @Param.
@Param(min = System.setProperty('fellowship.escape', 'x').size()) int drafts = 3

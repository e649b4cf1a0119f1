// compile-time code: tries a collector of annotations.
@groovy.transform.AnnotationCollector([groovy.transform.ToString])
@interface Both {}

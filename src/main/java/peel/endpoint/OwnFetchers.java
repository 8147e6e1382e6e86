package peel.endpoint;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Tells the schema that is executed from the one that the framework makes. */
@Qualifier @Retention(RetentionPolicy.RUNTIME)
@interface OwnFetchers {}

/** A lower floor that must know nothing of the upper one, but does: for the test of the rule. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package canary.lower;

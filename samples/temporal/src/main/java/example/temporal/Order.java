package example.temporal;

/**
 * What a workflow is told. All of it stands in Temporal's history: so there is no secret in it, and no plan, which may be larger
 * than a payload. The digest says which plan was approved.
 *
 * @param customer the name of the customer's folder
 * @param digest of the plan
 */
public record Order(String customer, String digest) {}

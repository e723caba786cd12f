package example.temporal;

/**
 * What came of it; all that was done stands in the report in the customer's folder.
 *
 * @param customer the name of the customer's folder
 * @param changes how many apps the last attempt has brought
 */
public record Result(String customer, int changes) {}

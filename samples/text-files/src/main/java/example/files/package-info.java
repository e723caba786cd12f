/** Moves the text files of one folder into another one, with a plan that is kept and rules of its own. */
package example.files;

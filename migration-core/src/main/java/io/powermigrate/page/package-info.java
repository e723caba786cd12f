/**
 * The neutral model of a page: what a plan, a report, a rollout or a comparison tells people, without any format. Plans and reports make pages and
 * write them as text, HTML, Markdown, JSON, CSV, SARIF and JUnit XML.
 */
@NullMarked
package io.powermigrate.page;

import org.jspecify.annotations.NullMarked;

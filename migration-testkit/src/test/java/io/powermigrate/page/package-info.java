/** Tests of pages: what plans and reports tell people, in every format. */
package io.powermigrate.page;

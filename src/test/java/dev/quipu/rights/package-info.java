/** Who may read and write what in the shop: a table written by hand, and every way through the API. */
@NullMarked
package dev.quipu.rights;

import org.jspecify.annotations.NullMarked;

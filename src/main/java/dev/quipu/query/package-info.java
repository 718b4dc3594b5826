/**
 * Answers a selection with JSON that PostgreSQL has built, in one statement.
 *
 * <ol>
 *   <li>The API hands over what is asked as neutral values: a {@link dev.quipu.query.Selection} of one row, or a
 *       {@link dev.quipu.query.Page} of many with its {@link dev.quipu.query.Condition}, {@link dev.quipu.query.Ordering} and
 *       {@link dev.quipu.query.Window}. They hold the whole tree, and no SQL.
 *   <li>{@code SelectionCompiler} writes a row as an HQL function call that renders a JSON object. A reference is a scalar
 *       subquery over its one row, a collection a {@code PageCompiler}'s object.
 *   <li>{@code PageRows} writes a page's parts, each a scalar subquery over the same filtered, ordered rows: so all parts of a page
 *       see the same snapshot. {@code Keyset} writes what a cursor's row is compared with, {@code ConditionCompiler} the filter,
 *       each {@link dev.quipu.query.Operator} its own predicate.
 *   <li>{@code AggregateCompiler} writes what the rows come to, {@code GroupCompiler} the same for groups of them. Filters and
 *       orderings ask a {@link dev.quipu.query.Measure} of a collection in a scalar subquery each.
 *   <li>{@code Range} is what a statement ranges over: the rows that the viewer may read, with null for what they may not read in them.
 *       {@code Permissions} and {@code RowTests} write the predicates of the grants; nothing else writes FROM or the path of a value.
 *   <li>{@code Printing} decides how a value is written: ids, long integers and decimals as text, times in UTC.
 *   <li>Every operand becomes a parameter of {@code Statement}; limits are literals, because PostgreSQL plans a page of a known
 *       length better, and so is a grouping's time zone, since SELECT and GROUP BY have to repeat the same expression. The same question in other words is thus the same HQL, which Hibernate translates once.
 *   <li>{@link dev.quipu.query.Reader} executes the HQL in the caller's session and gives the text of the one value that comes back.
 * </ol>
 *
 * <p>Absent on purpose: joins for what is read, which would multiply or drop rows and mislead the planner (orderings alone join,
 * outer, along references); implicit paths, which join inner; {@code size()}, which counts what is soft-deleted; and whatever keeps
 * Hibernate from caching a translation: enabled filters, lists of parameters, a parameter within a function's last argument.
 */
@NullMarked
package dev.quipu.query;

import org.jspecify.annotations.NullMarked;

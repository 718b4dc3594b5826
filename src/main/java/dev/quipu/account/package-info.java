/**
 * Accounts: who may log in, and how a request shows that somebody has.
 *
 * <ol>
 *   <li>{@link dev.quipu.account.Account} tells which entity the accounts are; without one there is no login.
 *   <li>{@link dev.quipu.account.Login} counts the attempt, finds the account, verifies the password and gives a token. It does the same
 *       work whether the account exists or not.
 *   <li>{@code Argon2id} hashes, {@link dev.quipu.account.Passwords} bounds how many at a time, {@code Attempts} how many guesses.
 *   <li>{@code SigningKeys} has the keys, {@code Tokens} makes and verifies tokens with them.
 *   <li>{@link dev.quipu.account.Bearers} finds the account of a token, in the database, on every request.
 * </ol>
 */
@NullMarked
package dev.quipu.account;

import org.jspecify.annotations.NullMarked;

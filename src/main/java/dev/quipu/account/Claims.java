package dev.quipu.account;

import java.time.Instant;
import java.util.Set;

/**
 * What a token says that this server gave.
 *
 * @param subject the account's id
 * @param loggedInAt when the password was given
 */
record Claims(String subject, long tokenVersion, Set<String> roles, Instant loggedInAt) {}

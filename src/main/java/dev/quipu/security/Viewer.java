package dev.quipu.security;

/**
 * Who asks.
 *
 * @param role the name of the role whose rights count
 */
public record Viewer(String role) {}

package dev.quipu.command;

/** A command that needs neither the entities nor the application's database, and runs before either is looked for. */
interface WithoutApplication {}

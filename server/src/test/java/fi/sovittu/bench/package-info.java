/**
 * The benchmark, {@code mvn -q -Pbench process-test-classes}: what the real service does, beside
 * the floors that the same machine sets in the same run. {@link fi.sovittu.bench.Bench} reads top
 * to bottom as its table of contents.
 */
package fi.sovittu.bench;

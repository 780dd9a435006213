package fi.sovittu.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The middle one of a figure measured several times, which a moment's noise does not move. */
final class Median {
  private final List<Double> values = new ArrayList<>();

  void add(double value) {
    values.add(value);
    Collections.sort(values);
  }

  double value() {
    return values.get(values.size() / 2);
  }
}

// How much of a pixel, a box one pixel wide, is covered: analytic antialiasing. Distances are in pixels, measured
// straight across the edge in question.

// Of the interval [low, high], by a pixel centred at `at`.
float covered(float at, float low, float high) {
  return clamp(high - at + 0.5, 0.0, 1.0) - clamp(low - at + 0.5, 0.0, 1.0);
}

// Of a line `half_width` to each side, by a pixel whose centre lies `distance` from the line's middle.
float line_covered(float distance, float half_width) { return covered(distance, -half_width, half_width); }

// Of the union of two patterns that do not know of each other.
float either(float a, float b) { return a + b - a * b; }

// Straight alpha to premultiplied, times coverage.
vec4 paint(vec4 color, float coverage) { return vec4(color.rgb, 1.0) * (color.a * coverage); }

// Premultiplied `top` over premultiplied `below`, in plain sRGB values as Cairo blends.
vec4 over(vec4 top, vec4 below) { return top + (1.0 - top.a) * below; }

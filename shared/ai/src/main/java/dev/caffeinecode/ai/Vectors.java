package dev.caffeinecode.ai;

/** Arithmetic with vectors. */
final class Vectors {
    private Vectors() {}

    /** The vector of length 1 in the same direction; one without a direction stays as it is. Changes its argument. */
    static float[] unit(float[] vector) {
        double squares = 0;
        for (float each : vector) {
            squares += (double) each * each;
        }
        float length = (float) Math.sqrt(squares);
        if (length > 0) {
            for (int i = 0; i < vector.length; i++) {
                vector[i] /= length;
            }
        }
        return vector;
    }
}

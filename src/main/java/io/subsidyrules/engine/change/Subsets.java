package io.subsidyrules.engine.change;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** All subsets of a size, each in the order of the whole, those with the first elements first. */
final class Subsets<T> implements Iterable<List<T>> {

    private final List<T> all;
    private final int size;

    Subsets(List<T> all, int size) {
        this.all = all;
        this.size = size;
    }

    @Override
    public Iterator<List<T>> iterator() {
        int[] first = new int[size];
        for (int i = 0; i < size; i++) {
            first[i] = i;
        }
        return new Iterator<>() {
            private int @Nullable [] next = size <= all.size() ? first : null;

            @Override
            public boolean hasNext() {
                return next != null;
            }

            @Override
            public List<T> next() {
                int[] now = next;
                if (now == null) {
                    throw new NoSuchElementException();
                }
                List<T> subset = new ArrayList<>(size);
                for (int index : now) {
                    subset.add(all.get(index));
                }
                next = after(now);
                return subset;
            }
        };
    }

    private int @Nullable [] after(int[] now) {
        for (int i = size - 1; i >= 0; i--) {
            if (now[i] < all.size() - size + i) {
                int[] next = now.clone();
                next[i]++;
                for (int j = i + 1; j < size; j++) {
                    next[j] = next[j - 1] + 1;
                }
                return next;
            }
        }
        return null;
    }
}

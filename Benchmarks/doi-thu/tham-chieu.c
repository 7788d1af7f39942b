/* The floor: the same whole job as tight one-thread C.  gcc -O3; usage: tham-chieu IN.csv OUT.csv
 * mmap the input, parse straight to hundredths, hash units and clusters, counting-sort people
 * into clusters, radix-sort each cluster, format into one buffer, write. No error handling. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { XS, TOT, HT, KHONG, LOAI };
static const char *CLASS[] = {",Hoàn thành xuất sắc", ",Hoàn thành tốt", ",Hoàn thành", ",Không hoàn thành", ",Không xếp loại"};
static const char *AWARD[] = {",Bằng khen\n", ",Chiến sĩ thi đua\n", ",Giấy khen\n", ",Lao động tiên tiến\n", ",Không\n"};

typedef struct {
    const char *ma;                 /* the name follows it in the file */
    uint32_t key, unit;             /* key: smaller ranks first */
    int16_t g1, g2, g3, g4, total;
    uint8_t ma_len, text_len, cls, votes, ideas, years;
} Person;

typedef struct { const char *s; uint64_t word; uint32_t len, n, seen, left, start; } Group;
typedef struct { uint32_t *slot, cap, count; Group *g; } Table;

static Table table(uint32_t cap) {
    return (Table){calloc(cap, 4), cap, 0, malloc(cap * sizeof(Group))};
}

static uint32_t intern(Table *t, const char **pp) {
    const char *s = *pp, *p = s;
    uint64_t word = 0, h = 0; /* word: the last 8 bytes */
    for (; *p != ','; p++) {
        if ((p - s) % 8 == 0) h = (h ^ word) * 0x9E3779B97F4A7C15u;
        word = word << 8 | (uint8_t)*p;
    }
    h = (h ^ word) * 0x9E3779B97F4A7C15u;
    uint32_t len = p - s, i = h >> 40 & (t->cap - 1);
    *pp = p + 1;
    for (; t->slot[i]; i = (i + 1) & (t->cap - 1)) {
        Group *g = &t->g[t->slot[i] - 1];
        if (g->len == len && g->word == word && (len <= 8 || !memcmp(g->s, s, len))) return t->slot[i] - 1;
    }
    if (t->count * 2 >= t->cap) { fputs("table full\n", stderr); exit(1); }
    t->g[t->count] = (Group){s, word, len, 0, 0, 0, 0};
    return (t->slot[i] = ++t->count) - 1;
}

static inline int32_t integer(const char **pp) {
    const char *p = *pp;
    int32_t v = 0;
    while (*p >= '0') v = v * 10 + (*p++ - '0');
    *pp = p + 1;
    return v;
}

static inline int32_t cents(const char **pp) {
    const char *p = *pp;
    int neg = *p == '-';
    p += neg;
    int32_t v = 0;
    while (*p >= '0') v = v * 10 + (*p++ - '0');
    v *= 100;
    if (*p == '.') {
        v += (p[1] - '0') * 10;
        p += 2;
        if (*p >= '0') v += *p++ - '0';
    }
    *pp = p + 1;
    return neg ? -v : v;
}

static inline int32_t min(int32_t a, int32_t b) { return a < b ? a : b; }

static inline char *number(char *o, uint32_t v) {
    char t[10];
    int n = 0;
    do t[n++] = '0' + v % 10; while (v /= 10);
    while (n) *o++ = t[--n];
    return o;
}

static inline char *money(char *o, int32_t v) {
    *o++ = ',';
    if (v < 0) *o++ = '-', v = -v;
    o = number(o, v / 100);
    *o++ = '.';
    *o++ = '0' + v / 10 % 10;
    *o++ = '0' + v % 10;
    return o;
}

static inline char *text(char *o, const char *s) {
    size_t n = strlen(s);
    memcpy(o, s, n);
    return o + n;
}

static int by_name(const void *a, const void *b, void *g) {
    const Group *x = (Group *)g + *(uint32_t *)a, *y = (Group *)g + *(uint32_t *)b;
    int c = memcmp(x->s, y->s, min(x->len, y->len));
    return c ? c : (int)x->len - (int)y->len;
}

static int by_ma(const void *a, const void *b, void *g) {
    const Person *x = (Person *)g + (uint32_t)*(uint64_t *)a, *y = (Person *)g + (uint32_t)*(uint64_t *)b;
    int c = memcmp(x->ma, y->ma, min(x->ma_len, y->ma_len));
    return c ? c : x->ma_len - y->ma_len;
}

static void radix(uint64_t *a, uint64_t *b, uint32_t n) { /* by bits 32..61, stable */
    for (int shift = 32; shift < 62; shift += 10) {
        uint32_t at[1024] = {0}, sum = 0;
        for (uint32_t i = 0; i < n; i++) at[a[i] >> shift & 1023]++;
        for (int d = 0; d < 1024; d++) { uint32_t c = at[d]; at[d] = sum; sum += c; }
        for (uint32_t i = 0; i < n; i++) b[at[a[i] >> shift & 1023]++] = a[i];
        uint64_t *t = a; a = b; b = t;
    }
    memcpy(b, a, n * sizeof *a); /* three passes: the result is in the caller's second array */
}

int main(int argc, char **argv) {
    int fd = open(argv[1], O_RDONLY);
    struct stat st;
    fstat(fd, &st);
    const char *p = mmap(0, st.st_size + 1, PROT_READ, MAP_PRIVATE | MAP_POPULATE, fd, 0), *end = p + st.st_size;
    p = memchr(p, '\n', st.st_size) + 1;
    uint32_t cap = (end - p) / 44 + 1, n = 0; /* a row has at least 44 bytes */
    Person *all = malloc(cap * sizeof *all);
    uint32_t *cluster = malloc(cap * 4);
    Table units = table(1 << 17), clusters = table(1 << 13);

    for (; p < end; n++) {
        Person *q = &all[n];
        q->ma = p;
        while (*p != ',') p++;
        q->ma_len = p - q->ma;
        for (p++; *p != ','; p++);
        q->text_len = p++ - q->ma;
        q->unit = intern(&units, &p);
        cluster[n] = intern(&clusters, &p);
        int64_t plan = cents(&p), done = cents(&p);
        int32_t p1 = plan ? (done * 4000 + plan) / (2 * plan) : 2000;
        int32_t on_time = cents(&p), quality = cents(&p);
        int32_t p2 = (on_time * 15 + 50) / 100;
        int32_t p3 = (min(10000, quality) * 15 + 50) / 100;
        int32_t g1 = min(5000, min(2400, p1) + p2 + p3);
        int32_t rules = cents(&p), team = cents(&p), reform = cents(&p);
        int32_t base = (rules * 85 + team * 65 + reform * 50 + 50) / 100;
        int32_t study = cents(&p), together = cents(&p), arts = cents(&p);
        int32_t g3 = min(2000, study + together + arts);
        int32_t bonus = cents(&p), adj = cents(&p) * 75;
        adj = adj >= 0 ? (adj + 50) / 100 : -((50 - adj) / 100);
        int32_t late = integer(&p), ideas = integer(&p), punished = integer(&p), years = integer(&p);
        int32_t agree = integer(&p), present = integer(&p);
        int32_t g2 = base - min(500, 50 * late);
        g2 = g2 < 0 ? 0 : g2;
        int32_t g4 = min(1000, min(450, 150 * ideas) + min(300, 75 * years) + bonus + adj);
        int32_t total = g1 + g2 + g3 + g4;
        int weak = min(on_time, quality) < 5000 || min(rules, min(team, reform)) < 500
                || min(study, min(together, arts)) < 400;
        q->cls = punished ? LOAI
               : total >= 9000 && !weak && late <= 15 ? XS
               : total >= 7000 && late <= 15 ? TOT
               : total >= 5000 ? HT : KHONG;
        q->g1 = g1; q->g2 = g2; q->g3 = g3; q->g4 = g4; q->total = total;
        q->votes = present > 0 && agree * 100 >= present * 80;
        q->ideas = ideas >= 1;
        q->years = years >= 2;
        q->key = punished ? 1u << 29 : (uint32_t)(10000 - total) << 13 | (5000 - g1);
        units.g[q->unit].left += q->cls <= TOT;
        Group *c = &clusters.g[cluster[n]];
        c->n++;
        c->seen += !punished;
    }

    uint32_t *order = malloc(clusters.count * 4), at = 0;
    for (uint32_t i = 0; i < clusters.count; i++) order[i] = i;
    qsort_r(order, clusters.count, 4, by_name, clusters.g);
    for (uint32_t i = 0; i < clusters.count; i++) { Group *c = &clusters.g[order[i]]; c->start = at; at += c->n; }
    for (uint32_t i = 0; i < units.count; i++) units.g[i].left = units.g[i].left * 20 / 100;
    uint64_t *sorted = malloc(n * 8), *spare = malloc(n * 8);
    for (uint32_t i = 0; i < n; i++) sorted[clusters.g[cluster[i]].start++] = (uint64_t)all[i].key << 32 | i;

    size_t size = (size_t)n * 320 + 4096;
    char *out = mmap(0, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    int to = open(argv[2], O_WRONLY | O_CREAT | O_TRUNC, 0644);
    char *o = text(out, "cum,hang,ma,ho_ten,nhom1,nhom2,nhom3,nhom4,tong,xep_loai,khen_thuong\n");
    for (uint32_t i = 0; i < clusters.count; i++) {
        Group *c = &clusters.g[order[i]];
        uint64_t *a = sorted + c->start - c->n;
        radix(a, spare, c->n);
        for (uint32_t j = 0, k; j < c->n; j = k) { /* ties: by id */
            for (k = j + 1; k < c->n && a[k] >> 32 == a[j] >> 32; k++);
            if (k - j > 1) qsort_r(a + j, k - j, 8, by_ma, all);
        }
        uint32_t top5 = c->seen * 5 / 100, top30 = c->seen * 30 / 100;
        for (uint32_t rank = 1; rank <= c->n; rank++) {
            Person *q = &all[(uint32_t)a[rank - 1]];
            if (rank + 16 <= c->n) __builtin_prefetch(&all[(uint32_t)a[rank + 15]]);
            if (rank + 8 <= c->n) __builtin_prefetch(all[(uint32_t)a[rank + 7]].ma);
            if (q->cls == XS) {
                if (units.g[q->unit].left) units.g[q->unit].left--;
                else q->cls = TOT;
            }
            int award = q->cls > TOT ? 4
                      : q->cls == XS && q->votes && q->ideas ? (q->years && rank <= top5 ? 0 : 1)
                      : q->votes && rank <= top30 ? 2 : 3;
            memcpy(o, c->s, c->len);
            o += c->len;
            *o++ = ',';
            if (q->cls != LOAI) o = number(o, rank);
            *o++ = ',';
            memcpy(o, q->ma, q->text_len);
            o += q->text_len;
            o = money(money(money(money(money(o, q->g1), q->g2), q->g3), q->g4), q->total);
            o = text(text(o, CLASS[q->cls]), AWARD[award]);
        }
        if (o - out > 1 << 18) { write(to, out, o - out); o = out; } /* stay in cache */
    }
    write(to, out, o - out);
    return close(to);
}

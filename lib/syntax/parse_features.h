/* What the parser looks at before a move and for a relation. Included by parser_state.h only. */
#ifndef NSP_SYNTAX_PARSE_FEATURES_H
#define NSP_SYNTAX_PARSE_FEATURES_H

#define F(number, sum) out[n++] = nsp__feature(number, sum)

static inline unsigned nsp__move_features(const nsp__parser *p, uint32_t *out)
{
    unsigned i0 = nsp__parse_top(p, 0), i1 = nsp__parse_top(p, 1), i2 = nsp__parse_top(p, 2);
    unsigned j0 = p->next, j1 = nsp__parse_buffer(p, 1), j2 = nsp__parse_buffer(p, 2);
    const nsp__parse_word *s0 = &p->w[i0], *s1 = &p->w[i1], *s2 = &p->w[i2];
    const nsp__parse_word *b0 = &p->w[j0], *b1 = &p->w[j1], *b2 = &p->w[j2];
    const uint64_t s0w = nsp__times(0, s0->word), s1w = nsp__times(1, s1->word), b0w = nsp__times(2, b0->word);
    const uint64_t b1w = nsp__times(3, b1->word);
    const uint64_t s0t = nsp__times(4, s0->fine), s1t = nsp__times(5, s1->fine), s2t = nsp__times(6, s2->fine);
    const uint64_t b0t = nsp__times(7, b0->fine), b1t = nsp__times(8, b1->fine), b2t = nsp__times(9, b2->fine);
    const uint64_t near = nsp__times(10, nsp__parse_distance(i0, j0)), far = nsp__times(11, nsp__parse_distance(i1, i0));
    const uint64_t gap_b = nsp__times(12, b0->gap), gap_s = nsp__times(13, s0->gap), gap_1 = nsp__times(14, b1->gap);
    const uint64_t sides = nsp__times(15, (uint32_t)((s0->region ^ b0->region) & 1) * 2 + ((s1->region ^ s0->region) & 1));
    const uint64_t s0lt = nsp__times(16, p->w[s0->left].fine), s0rt = nsp__times(17, p->w[s0->right].fine);
    const uint64_t s1rt = nsp__times(18, p->w[s1->right].fine), s1lt = nsp__times(19, p->w[s1->left].fine);
    const uint64_t b0lt = nsp__times(20, p->w[b0->left].fine), b0l2t = nsp__times(20, p->w[b0->left2].fine + 40u);
    const uint64_t s0rr = nsp__times(21, p->w[s0->right].rel), s0lr = nsp__times(22, p->w[s0->left].rel);
    const uint64_t s1rr = nsp__times(23, p->w[s1->right].rel), b0lr = nsp__times(24, p->w[b0->left].rel);
    const uint64_t s0rw = nsp__times(25, p->w[s0->right].word), s0lw = nsp__times(26, p->w[s0->left].word);
    const uint64_t s0v = nsp__times(27, s0->lefts * 8u + (s0->rights < 6 ? s0->rights : 6u));
    const uint64_t s1v = nsp__times(28, s1->lefts * 8u + (s1->rights < 6 ? s1->rights : 6u));
    const uint64_t b0v = nsp__times(29, b0->lefts);
    const uint64_t s0set = nsp__times(30, (uint32_t)(s0->rels ^ s0->rels >> 31)), s1set = nsp__times(31, (uint32_t)(s1->rels ^ s1->rels >> 31));
    unsigned n = 0;
    F(0, s0w + s0t); F(1, s0w); F(2, s0t + gap_b); F(3, s1w + s1t); F(4, s1w); F(5, b0w + b0t); F(6, b0w);
    F(7, b0t + gap_b); F(8, b1w + b1t); F(9, b1t + gap_1); F(10, b2t); F(11, s2t); F(12, nsp__times(32, s2->word));
    F(13, s0w + s0t + b0w + b0t); F(14, s0w + b0w); F(15, s0w + s0t + b0t); F(16, s0t + b0w + b0t); F(17, s0w + b0w + b0t);
    F(18, s0t + b0t); F(19, b0t + b1t); F(20, s1w + s0w); F(21, s1t + s0t); F(22, s1w + s0t); F(23, s1t + s0w);
    F(24, s1t + b0t); F(25, s1w + b0w); F(26, s1w + s0t + b0t); F(27, s1t + s0w + b0t); F(28, s1t + s0t + b0w);
    F(29, b0t + b1t + b2t); F(30, s0t + b0t + b1t); F(31, s1t + s0t + b0t); F(32, s2t + s1t + s0t);
    F(33, s0t + s0lt + b0t); F(34, s0t + s0rt + b0t); F(35, s0t + b0t + b0lt); F(36, s1t + s1rt + s0t);
    F(37, s1t + s0t + s0lt); F(38, s1t + s0t + s0rt); F(39, s1t + s1lt + s0t); F(40, s1t + s0t + b0t + b1t);
    F(41, s0w + near); F(42, b0w + near); F(43, s0t + b0t + near); F(44, s0t + s1t + far); F(45, s1w + far);
    F(46, s0w + s0v); F(47, s0t + b0t + s0v); F(48, b0w + b0v); F(49, s1w + s1v); F(50, s1t + s0t + s1v);
    F(51, s0w + s0rr); F(52, s0t + s0rr + b0t); F(53, s0t + s0lr + b0t); F(54, s1w + s1rr + s0t); F(55, s1t + s1rr + s0t);
    F(56, b0t + b0lr + s0t); F(57, s0w + s0set); F(58, s0t + s0set + b0t); F(59, s1w + s1set + s0t); F(60, s1t + s1set + s0t);
    F(61, s0t + b0t + gap_b + near); F(62, s1t + s0t + gap_s + b0t); F(63, s0w + gap_b); F(64, b0w + gap_b);
    F(65, s0t + b0t + gap_b + sides); F(66, s1t + s0t + gap_b + gap_s); F(67, s1w + s0t + gap_s + sides);
    F(68, s0rw + b0t); F(69, s0lw + s0t + b0t); F(70, s0lw + s0t + s1t); F(71, s0rw + s0t + s1t);
    F(72, b0t + b0lt + b0l2t + s0t); F(73, s0w + s0t + b0t + b1t); F(74, s1w + s0w + b0t);
    F(75, s1t + s0lr + s0t + nsp__times(33, p->w[s0->left2].rel)); F(76, s0t + s1t + s0set);
    F(77, nsp__times(34, p->w[j0 ? j0 - 1 : 0].fine) + b0t + s0t); F(78, s1w + s1t + s0t + b0w);
    return n;
}

/* For the arc from h to its new child d. */
static inline unsigned nsp__label_features(const nsp__parser *p, unsigned h, unsigned d, uint32_t *out)
{
    const nsp__parse_word *hd = &p->w[h], *dd = &p->w[d];
    const uint64_t side = nsp__times(0, d < h);
    const uint64_t hw = nsp__times(1, hd->word) + side, dw = nsp__times(2, dd->word);
    const uint64_t ht = nsp__times(3, hd->fine) + side, dt = nsp__times(4, dd->fine);
    const uint64_t far = nsp__times(5, nsp__parse_distance(h, d)), gap = nsp__times(6, p->w[h < d ? d : h].gap);
    const uint64_t lw = nsp__times(7, p->w[dd->left].word), lr = nsp__times(8, p->w[dd->left].rel);
    const uint64_t rr = nsp__times(9, p->w[dd->right].rel), l2r = nsp__times(10, p->w[dd->left2].rel);
    const uint64_t set = nsp__times(11, (uint32_t)(dd->rels ^ dd->rels >> 31));
    const uint64_t hset = nsp__times(12, (uint32_t)(hd->rels ^ hd->rels >> 31));
    const uint64_t last = nsp__times(13, d > h ? p->w[hd->right2].rel : p->w[hd->left2].rel);
    const uint64_t dp = nsp__times(14, p->w[d - 1].fine), dn = nsp__times(15, p->w[d + 1].fine);
    const uint64_t hp = nsp__times(16, p->w[h - 1].fine), hn = nsp__times(17, h <= p->n ? p->w[h + 1].fine : FINE_NULL);
    const uint64_t sides = nsp__times(18, (hd->region ^ dd->region) & 1u);
    const uint64_t rw = nsp__times(19, p->w[dd->right].word);
    unsigned n = 0;
    F(0, dt + side); F(1, dw + side); F(2, ht); F(3, hw); F(4, hw + dw); F(5, ht + dt); F(6, hw + dt); F(7, ht + dw);
    F(8, ht + dt + far); F(9, ht + dt + gap); F(10, ht + dt + lw); F(11, hw + lw); F(12, ht + dt + lr); F(13, ht + dt + lr + l2r);
    F(14, ht + dt + rr); F(15, hw + set); F(16, ht + dt + set); F(17, ht + dt + hset); F(18, hw + dt + hset);
    F(19, ht + dt + last); F(20, ht + dt + dp); F(21, ht + dt + dn); F(22, ht + dt + hp); F(23, ht + dt + hn);
    F(24, dw + lw + side); F(25, ht + dw + hset); F(26, ht + dt + set + hset); F(27, ht + dt + gap + sides + far);
    F(28, hw + dt + gap + sides); F(29, ht + dw + lr); F(30, hw + dt + set); F(31, ht + dt + rw); F(32, dw + far + side);
    F(33, ht + dt + dp + hn); F(34, ht + dt + hp + dn); F(35, dw + nsp__times(20, p->w[d - 1].word) + side);
    return n;
}

#undef F

#endif

package org.kedang.index;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The syllables of Hanyu Pinyin without tones (GB/T 16159), {@code ü} as {@code v}. */
final class Syllables {
    private static final int LONGEST = 6;
    private static final int MOST_SPLITS = 24;

    private static final NavigableSet<String> ALL =
            new TreeSet<>(
                    List.of(
                            """
                            a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can
                            cang cao ce cen ceng cha chai chan chang chao che chen cheng chi chong chou chu chua chuai
                            chuan chuang chui chun chuo ci cong cou cu cuan cui cun cuo da dai dan dang dao de den deng
                            di dia dian diao die ding diu dong dou du duan dui dun duo e ei en eng er fa fan fang fei
                            fen feng fo fou fu ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan guang gui
                            gun guo ha hai han hang hao he hei hen heng hong hou hu hua huai huan huang hui hun huo ji
                            jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun ka kai kan kang kao ke kei ken
                            keng kong kou ku kua kuai kuan kuang kui kun kuo la lai lan lang lao le lei leng li lia lian
                            liang liao lie lin ling liu long lou lu luan lun luo lv lve lue ma mai man mang mao me mei
                            men meng mi mian miao mie min ming miu mo mou mu na nai nan nang nao ne nei nen neng ni nian
                            niang niao nie nin ning niu nong nou nu nuan nun nuo nv nve nue o ou pa pai pan pang pao pei
                            pen peng pi pian piao pie pin ping po pou pu qi qia qian qiang qiao qie qin qing qiong qiu
                            qu quan que qun ran rang rao re ren reng ri rong rou ru rua ruan rui run ruo sa sai san sang
                            sao se sen seng sha shai shan shang shao she shei shen sheng shi shou shu shua shuai shuan
                            shuang shui shun shuo si song sou su suan sui sun suo ta tai tan tang tao te teng ti tian
                            tiao tie ting tong tou tu tuan tui tun tuo wa wai wan wang wei wen weng wo wu xi xia xian
                            xiang xiao xie xin xing xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying yo yong you
                            yu yuan yue yun za zai zan zang zao ze zei zen zeng zha zhai zhan zhang zhao zhe zhen zheng
                            zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo zi zong zou zu zuan zui zun zuo
                            """
                                    .strip()
                                    .split("\\s+")));

    private Syllables() {}

    /**
     * Each way to read typed letters as syllables; the last may be only begun.
     *
     * @return ways of few syllables first; none if the letters are no pinyin
     */
    static List<List<String>> split(String letters) {
        List<List<String>> ways = new ArrayList<>();
        walk(letters, 0, new ArrayList<>(), ways);
        ways.sort((a, b) -> Integer.compare(a.size(), b.size()));
        return ways;
    }

    private static void walk(
            String letters, int from, List<String> taken, List<List<String>> ways) {
        if (ways.size() >= MOST_SPLITS) {
            return;
        }
        for (int to = Math.min(letters.length(), from + LONGEST); to > from; to--) {
            String piece = letters.substring(from, to);
            boolean last = to == letters.length();
            if (last ? !beginningWith(piece).isEmpty() : ALL.contains(piece)) {
                taken.add(piece);
                if (last) {
                    ways.add(List.copyOf(taken));
                } else {
                    walk(letters, to, taken, ways);
                }
                taken.removeLast();
            }
        }
    }

    /** All syllables that begin with the letters. */
    static NavigableSet<String> beginningWith(String letters) {
        return ALL.subSet(letters, true, letters + "{", false);
    }

    static boolean contains(String syllable) {
        return ALL.contains(syllable);
    }
}

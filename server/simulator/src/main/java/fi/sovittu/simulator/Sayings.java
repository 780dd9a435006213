package fi.sovittu.simulator;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** What made-up people write: made of parts, so that a hall does not repeat itself much. */
final class Sayings {
  private static final List<String> SERVICES =
      List.of(
          "Lasten maksuttomat harrastukset",
          "Kotiin tuotava liikuntaneuvonta",
          "Kyyti asiointiin ja harrastuksiin",
          "Perhekeskusten iltavastaanotto",
          "Järjestöjen vertaisryhmät",
          "Omaishoitajien vapaapäivät",
          "Mielen hyvinvoinnin matalan kynnyksen tuki",
          "Digituki kirjastoissa",
          "Yhdistysten kokoontumistilat",
          "Seurakuntien perhekerhot",
          "Ehkäisevä päihdetyö yläkouluissa",
          "Ikäihmisten yhteinen ruokailu",
          "Nuorten kesätyöt",
          "Etsivä nuorisotyö",
          "Työttömien terveystarkastukset",
          "Kaatumisia ehkäisevät ryhmät");

  private static final List<String> WISHES =
      List.of(
          "pitäisi turvata myös haja-asutusalueella.",
          "pitäisi suunnitella yhdessä naapurikuntien kanssa.",
          "pitäisi mainita tavoitteessa nimeltä.",
          "pitäisi rahoittaa pysyvästi eikä hankkeena.",
          "pitäisi sovittaa yhteen järjestöjen toiminnan kanssa.",
          "pitäisi käydä läpi vaikuttamistoimielimissä.",
          "pitäisi saada mukaan jo ensi vuoden talousarvioon.",
          "pitäisi kirjata kunnan hyvinvointisuunnitelmaan.",
          "pitäisi järjestää osaksi etänä.",
          "pitäisi ottaa seurantaan: nyt siitä ei saa lukuja.");

  private static final List<String> REMARKS =
      List.of(
          "Tavoitteet ovat selkeitä, kiitos valmistelijoille.",
          "Tavoitteita on paljon; muutama riittäisi.",
          "Vastuutaho puuttuu: kuka tekee ja milloin?",
          "Mittarit kannattaa sopia ennen allekirjoittamista.",
          "Pienessä kunnassa sama ihminen vastaa kaikesta tästä.",
          "Nuoret itse pitäisi kutsua mukaan.",
          "Sanamuoto on turhan varovainen.",
          "Hyvä, että järjestöt on mainittu.");

  private static final int REMARK_PERCENT = 20;

  /** The first ones come to mind more often. */
  private static final List<String> WORDS =
      List.of(
          "yhteisö",
          "arki",
          "osallisuus",
          "turvallisuus",
          "läheiset",
          "luonto",
          "liikunta",
          "luottamus",
          "uni",
          "perhe",
          "ystävät",
          "terveys",
          "ilo",
          "yhdessäolo",
          "kohtaaminen",
          "työ",
          "koti",
          "toivo",
          "lepo",
          "harrastukset",
          "kulttuuri",
          "naapuriapu",
          "toimeentulo",
          "kiireettömyys",
          "mielekkyys",
          "kuulluksi tuleminen",
          "oppiminen",
          "metsä",
          "musiikki",
          "tasa-arvo",
          "leikki",
          "sauna",
          "ravinto",
          "rauha",
          "vapaus",
          "merkityksellisyys",
          "hyväntekeminen",
          "kahvihetki");

  private static final int CAPITAL_PERCENT = 40;

  private Sayings() {}

  static String text(RandomGenerator random) {
    return random.nextInt(100) < REMARK_PERCENT
        ? pick(REMARKS, random)
        : pick(SERVICES, random) + " " + pick(WISHES, random);
  }

  /** Many phones begin a word with a capital letter by themselves. */
  static String word(RandomGenerator random) {
    double place = random.nextDouble();
    String word = WORDS.get((int) (WORDS.size() * place * place));
    return random.nextInt(100) < CAPITAL_PERCENT
        ? word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)
        : word;
  }

  private static String pick(List<String> from, RandomGenerator random) {
    return from.get(random.nextInt(from.size()));
  }
}

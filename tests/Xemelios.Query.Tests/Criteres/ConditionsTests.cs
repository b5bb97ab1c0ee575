using Xemelios.Domain.Habilitations;
using Xemelios.Query.Criteres;
using Xemelios.Query.Recherches;

namespace Xemelios.Query.Tests.Criteres;

/// <summary>Nested conditions, drawn with a seed: text and tree say the same, and what a condition does not find, its negation finds.</summary>
public sealed class ConditionsTests(PayeSemee paye) : IClassFixture<PayeSemee>
{
    private static readonly string[] Feuilles =
    [
        "indice>=390", "service^=cr", "service vide", "brut>2500", "net entre 1500 et 2500", "statut parmi (TITULAIRE STAGIAIRE)", "nom=martin", "evenement=E1", "tous_evenements",
        "avec_pj", "mois=2026-02", "siret==21990001200019", "enfants!=2", "budget_impute=00", "rubrique=2000", "cotisation>=100", "nature=6451", "sans_nature", "retenue<0",
    ];

    private static readonly string[] FeuillesDeLigne =
        ["rubrique=2000", "montant>=500", "montant<0", "base vide", "libelle*=regisseur", "nature parmi (64111 6411)", "part==charges", "taux>5", "fin=2025-12-31", "indice>=390", "mois=2026-01"];

    public static TheoryData<int> Graines => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Graines))]
    public void UneConditionEtSaNegationPartagentTout(int graine)
    {
        var condition = Bulletin(new Random(graine), 3);
        var attendus = paye.Bulletins.Where(b => Evaluer(condition, b)).Select(b => b.Cle).Order().ToList();

        var trouves = Chercher(condition);
        var autres = Chercher(new Non(condition));

        Assert.True(attendus.SequenceEqual(trouves), EcritureDeCriteres.Ecrire(condition));
        Assert.Equal(paye.Bulletins.Select(b => b.Cle).Order(), trouves.Concat(autres).Order());
    }

    [Theory]
    [MemberData(nameof(Graines))]
    public void LesLignesDUneConditionSontCellesQuiYRepondent(int graine)
    {
        var condition = Ligne(new Random(graine), 3);
        var attendues = paye.Bulletins.SelectMany(b => b.Lignes.Where(l => Evaluer(condition, b, l)).Select(l => (b, l))).ToList();

        var page = new RechercheQuestion(Sujet.Lignes, EcritureDeCriteres.Ecrire(condition), "montant").Executer(paye.Entrepot.Connexion, Perimetre.Complet);
        var contraire = new RechercheQuestion(Sujet.Lignes, EcritureDeCriteres.Ecrire(new Non(condition)), "montant").Executer(paye.Entrepot.Connexion, Perimetre.Complet);

        Assert.Equal((attendues.Count, attendues.Sum(a => a.l.Montant(a.b.Fichier) ?? 0)), (page.Totaux.Nombre, page.Totaux.Cellules[0] is Domain.Valeurs.Montant m ? m.ToDecimal() : 0));
        Assert.Equal(paye.Bulletins.Sum(b => b.Lignes.Count), page.Totaux.Nombre + contraire.Totaux.Nombre);
    }

    [Theory]
    [MemberData(nameof(Graines))]
    public void UneConditionEcriteSeRelit(int graine)
    {
        var texte = EcritureDeCriteres.Ecrire(Bulletin(new Random(graine), 4));

        Assert.Equal(texte, EcritureDeCriteres.Ecrire(Sujet.Bulletins.Lire(texte)));
        Assert.NotEmpty(PhraseDeCriteres.Dire(Sujet.Bulletins.Lire(texte)));
    }

    [Fact]
    public void LesLignesTrouveesSontCellesDesGroupesDemandes()
    {
        var page = new RechercheQuestion(Sujet.Bulletins, "ligne(rubrique=2000 et montant>100) et pas ligne(rubrique=7000)").Executer(paye.Entrepot.Connexion, Perimetre.Complet);
        var lignes = paye.Bulletins.Where(b => b.Lignes.All(l => l.Code != "7000"))
            .SelectMany(b => b.Lignes.Where(l => l.Code == "2000" && l.Montant(b.Fichier) > 100).Select(l => l.Montant(b.Fichier)!.Value)).ToList();

        Assert.Equal((lignes.Count, lignes.Sum()), (page.Totaux.LignesTrouvees, page.Totaux.MontantTrouve!.Value.ToDecimal()));
        Assert.All(page.Rangees, r => Assert.NotNull(r.Position));
        Assert.Equal("il y a une ligne où la rubrique est « 2000 » et le montant est supérieur à 100 € et il n'y a aucune ligne où la rubrique est « 7000 »", page.Phrase);
    }

    [Theory]
    [InlineData("indice>=")]
    [InlineData("indice >= 400 et")]
    [InlineData("(indice>=400")]
    [InlineData("indice>=400)")]
    [InlineData("indice^=4")]
    [InlineData("nom=\"Martin")]
    [InlineData("net entre 1 ou 2")]
    [InlineData("matricule parmi (1 2")]
    [InlineData("= 3")]
    public void UnTexteFautifEstRefuseAvecSaPlace(string texte) => Assert.Matches("position [0-9]+", Assert.Throws<CritereIllisibleException>(() => Sujet.Bulletins.Lire(texte)).Message);

    [Theory]
    [InlineData("inconnu=1")]
    [InlineData("b.net>1")]
    public void UnCritereInconnuEstRefuse(string texte) => Assert.Throws<CritereInconnuException>(() => Sujet.Bulletins.Lire(texte));

    [Fact]
    public void UneValeurQuiNeSeLitPasEstRefusee() =>
        Assert.Throws<CritereInconnuException>(() => Chercher(Sujet.Bulletins.Lire("indice>=abc")));

    [Fact]
    public void CinqMilleMatriculesCollesSontLus()
    {
        var liste = string.Join("\r\n", Enumerable.Range(1, 5000).Select(i => $"{i:000000}"));

        var page = new RechercheQuestion(Sujet.Bulletins, $"matricule parmi ({liste})").Executer(paye.Entrepot.Connexion, Perimetre.Complet);

        Assert.Equal(paye.Bulletins.Count(b => b.Matricule is { Length: 6 }), page.Totaux.Nombre);
        Assert.EndsWith("et 4995 autres valeurs", page.Phrase, StringComparison.Ordinal);
    }

    [Fact]
    public void EtPasseAvantOuEtLesGuillemetsGardentTout()
    {
        var ou = Assert.IsType<Ou>(Sujet.Bulletins.Lire("indice>=400 ET nom=\"Du \"\"Pont\"\" et Fils\" OU net > 3"));
        var et = Assert.IsType<Et>(ou.Termes[0]);
        Assert.Equal("Du \"Pont\" et Fils", Assert.IsType<Test>(et.Termes[1]).Valeurs[0]);
    }

    private static Condition Bulletin(Random hasard, int profondeur) => profondeur == 0 || hasard.Next(4) == 0
        ? Sujet.Bulletins.Lire(Feuilles[hasard.Next(Feuilles.Length)])
        : hasard.Next(4) switch
        {
            0 => new Et([Bulletin(hasard, profondeur - 1), Bulletin(hasard, profondeur - 1)]),
            1 => new Ou([Bulletin(hasard, profondeur - 1), Bulletin(hasard, profondeur - 1)]),
            2 => new Non(Bulletin(hasard, profondeur - 1)),
            _ => new LigneAvec(Ligne(hasard, profondeur - 1)),
        };

    private static Condition Ligne(Random hasard, int profondeur) => profondeur <= 0 || hasard.Next(4) == 0
        ? Sujet.Lignes.Lire(FeuillesDeLigne[hasard.Next(FeuillesDeLigne.Length)])
        : hasard.Next(3) switch
        {
            0 => new Et([Ligne(hasard, profondeur - 1), Ligne(hasard, profondeur - 1)]),
            1 => new Ou([Ligne(hasard, profondeur - 1), Ligne(hasard, profondeur - 1)]),
            _ => new Non(Ligne(hasard, profondeur - 1)),
        };

    private static bool Evaluer(Condition condition, BulletinConnu b) => condition switch
    {
        Et et => et.Termes.All(t => Evaluer(t, b)),
        Ou ou => ou.Termes.Any(t => Evaluer(t, b)),
        Non non => !Evaluer(non.Terme, b),
        LigneAvec ligne => b.Lignes.Any(l => Evaluer(ligne.Terme, b, l)),
        Test test => Oracle.Repond(test, Oracle.Bulletins[test.Critere.Cle] is { DuBulletin: { } valeurs } ? valeurs(b) : b.Lignes.SelectMany(l => Oracle.Bulletins[test.Critere.Cle].DeLaLigne!(b, l))),
        _ => throw new NotSupportedException(),
    };

    private static bool Evaluer(Condition condition, BulletinConnu b, LigneConnue l) => condition switch
    {
        Et et => et.Termes.All(t => Evaluer(t, b, l)),
        Ou ou => ou.Termes.Any(t => Evaluer(t, b, l)),
        Non non => !Evaluer(non.Terme, b, l),
        Test test => Oracle.Repond(test, Oracle.Bulletins[test.Critere.Cle] is { DuBulletin: { } valeurs } ? valeurs(b) : Oracle.Bulletins[test.Critere.Cle].DeLaLigne!(b, l)),
        _ => throw new NotSupportedException(),
    };

    private List<(string, int)> Chercher(Condition condition) =>
        [.. new RechercheQuestion(Sujet.Bulletins, EcritureDeCriteres.Ecrire(condition), TaillePage: 500).Executer(paye.Entrepot.Connexion, Perimetre.Complet)
            .Rangees.Select(r => (r.Bulletin!.Volume, r.Bulletin.Ordre)).Order()];
}

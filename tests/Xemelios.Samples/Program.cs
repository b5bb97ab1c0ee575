using System.Globalization;
using Xemelios.Samples;

return args switch
{
    ["gros", var fichier, var nombre] => Gros(fichier, int.Parse(nombre, CultureInfo.InvariantCulture)),
    ["essai", var fichier, var graine] => Essai(fichier, ulong.Parse(graine, CultureInfo.InvariantCulture)),
    _ => Usage(),
};

static int Gros(string fichier, int bulletins)
{
    using var flux = File.Create(fichier);
    var totaux = Generateur.GrosFichier(flux, bulletins);
    Console.WriteLine($"{fichier} : {totaux.Bulletins} bulletins, {totaux.Lignes} lignes, brut {Centimes.Texte(totaux.Brut)}, {flux.Length} octets");
    return 0;
}

static int Essai(string fichier, ulong graine)
{
    var mois = GenerateurDeMois.Simple(graine, 20, graine % 2 == 0 ? ProfilDePaye.Commune : ProfilDePaye.Hopital);
    File.WriteAllBytes(fichier, XhlWriter.Octets(mois, Volumes.Couper(mois, 1, ModeDeRepartition.PremierVolume)[0], graine < 5 ? Dialecte.Standard : DialectesAleatoires.Tirer(new Hasard(graine))));
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("usage : data-samples DOSSIER | verifier DOSSIER | gros FICHIER NOMBRE");
    return 25;
}
